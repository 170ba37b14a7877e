import type { StudioDocument } from '../../../typings/documents/studio';
import type { TownDocument } from '../../../typings/documents/town';
import { _, collection } from './database';
import { defined } from './guarded';
import { rowsOf } from './rows';

type Place = StudioDocument & { towns: TownDocument[]; supervised: TownDocument[] };

/** Studios with their towns, and the town that somebody supervises, in one trip. */
export async function placesOf(studioIds: string[], supervises: string | null) {
  defined({ studioIds, supervises }, 'places');
  const found = await rowsOf<Place>(
    collection('studios')
      .aggregate()
      .match({ _id: _.in(studioIds) })
      .lookup({ from: 'towns', localField: 'townId', foreignField: '_id', as: 'towns' })
      .lookup({ from: 'towns', pipeline: [{ $match: { _id: supervises } }], as: 'supervised' }),
  );
  const towns = found.flatMap((place) => [...place.towns, ...place.supervised]);
  return {
    studios: new Map(found.map((studio) => [studio._id, studio])),
    towns: new Map(towns.map((town) => [town._id, town])),
  };
}
