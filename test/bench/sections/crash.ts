import { startGateway } from '../../support/gateway';
import { raceThroughCrash } from '../race/crash';
import { NOW, raceVillage, runners } from '../race/village';
import type { Section } from '../section';

export const crash: Section = {
  title: 'The race with the gateway killed by -9 in its middle',
  async run() {
    const people = runners(1_000);
    const gateway = await startGateway({ now: NOW, documents: raceVillage(people, { crash: 2 }) });
    try {
      return await raceThroughCrash(gateway, people, 'crash', 2);
    } finally {
      await gateway.close();
    }
  },
};
