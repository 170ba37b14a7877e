import { CurrentWindowBackendContext, globalOptions, type Element as EngineElement } from 'glass-easel';
import { elementName } from '../../builtin-tags';
import { canvasFonts } from '../wx/canvas-node';
import { answerTheme, onRepaint } from '../theme';
import { toBrowserUnits } from '../../wxss-units';

// Read when a component space is made, so before any.
globalOptions.writeIdToDOM = true;

type BackendElement = ReturnType<CurrentWindowBackendContext['document']['createElement']>;

/**
 * The engine's window into the page. It differs from the engine's own in what the phone decides:
 * tag names, units in inline styles, style sheets per page, and where a page's coordinates begin.
 */
export class PhoneBackend extends CurrentWindowBackendContext {
  private readonly texts = new Map<string, string>();
  private readonly sheets = new Map<string, CSSStyleSheet>();
  private appended: string[] = [];

  constructor(private readonly viewport: () => DOMRect) {
    super();
    onRepaint(() => {
      for (const [path, sheet] of this.sheets) sheet.replaceSync(this.textOf(path));
    });
    this.document = {
      createElement: (tag: string) => this.createElement(tag),
      createTextNode: (text: string) => document.createTextNode(text) as unknown as BackendElement,
      createDocumentFragment: () => document.createDocumentFragment() as unknown as BackendElement,
    };
  }

  private createElement(tag: string): BackendElement {
    const element = document.createElement(elementName(tag));
    const setAttribute = element.setAttribute.bind(element);
    element.setAttribute = (name, value) =>
      setAttribute(name, name === 'style' ? toBrowserUnits(value) : value);
    const measure = element.getBoundingClientRect.bind(element);
    element.getBoundingClientRect = () => {
      const rect = measure();
      const origin = this.viewport();
      return new DOMRect(rect.x - origin.x, rect.y - origin.y, rect.width, rect.height);
    };
    Object.defineProperty(element, 'id', {
      get: () => element.getAttribute('id') ?? '',
      set: (value: string) => setAttribute('id', isOfPage(element) ? value.replace(/^.*?--/, '') : value),
    });
    return element as unknown as BackendElement;
  }

  override getWindowWidth(): number {
    return this.viewport().width;
  }

  override getWindowHeight(): number {
    return this.viewport().height;
  }

  /** What a selector query's `node` and `computedStyle` are read from; a canvas waits for its fonts. */
  override getContext(element: BackendElement, answer: (context: unknown) => void): void {
    const isCanvas = (element as unknown as HTMLElement).localName === 'wx-canvas';
    if (isCanvas) void canvasFonts().then(() => answer(element));
    else answer(element);
  }

  /** Gestures and form controls dispatch their own events, so no listener goes to the DOM. */
  override setListenerStats(): void {}

  override onEvent(): void {}

  override registerStyleSheetContent(path: string, content: unknown): void {
    this.texts.set(path, String(content));
  }

  override appendStyleSheetPath(path: string): number {
    if (!this.appended.includes(path)) this.appended.push(path);
    return this.appended.indexOf(path);
  }

  override disableStyleSheet(): void {}

  /** The style sheets that `build` appended, in their order. */
  collectStyleSheets<T>(build: () => T): [T, string[]] {
    this.appended = [];
    const result = build();
    return [result, this.appended];
  }

  /** In WeChat each page is a web view of its own: only the shown page's style sheets apply. */
  applyStyleSheets(paths: string[]): void {
    document.adoptedStyleSheets = paths.map((path) => this.sheet(path));
  }

  private textOf = (path: string): string => answerTheme(this.texts.get(path) ?? '');

  private sheet(path: string): CSSStyleSheet {
    let sheet = this.sheets.get(path);
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(this.textOf(path));
      this.sheets.set(path, sheet);
    }
    return sheet;
  }
}

/** Inside a component ids keep the engine's prefix, as they may repeat; a page's own are what its WXML says. */
function isOfPage(element: HTMLElement): boolean {
  const node = (element as { __wxElement?: EngineElement }).__wxElement;
  return node?.ownerShadowRoot?.getHostNode().ownerShadowRoot === null;
}
