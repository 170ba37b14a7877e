import { el } from '../chrome/dom';
import type { TablePhone } from './table-phone';

const SMALL = '(max-width: 480px)';

/** In a small window one phone is all that is seen; the table lies behind a quiet button. */
export class SmallWindow {
  readonly button = el('button', { class: 'table-button', text: '桌面', onclick: () => this.lookAtTable() });
  private readonly small = window.matchMedia(SMALL);

  constructor(private readonly phones: TablePhone[]) {
    this.small.addEventListener('change', () => this.wakeOthers());
    this.mark(phones[0]);
  }

  /** One of the phones comes to the front. */
  show(phone: TablePhone): void {
    void phone.wake();
    this.mark(phone);
    document.body.classList.remove('table-seen');
    this.button.textContent = '桌面';
  }

  /** A phone that nobody sees need not run. */
  wakeOthers(): void {
    if (!this.small.matches) this.phones.forEach((phone) => void phone.wake());
  }

  private mark(front: TablePhone | undefined): void {
    for (const phone of this.phones) phone.element.classList.toggle('phone-front', phone === front);
  }

  private lookAtTable(): void {
    const seen = document.body.classList.toggle('table-seen');
    this.button.textContent = seen ? '回到手机' : '桌面';
  }
}
