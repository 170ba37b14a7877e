import { SDKS } from './sdk-function';
import { wireTable } from './wire-support';

const { run, stored, seed } = wireTable();

const CONFLICT = '[ResourceUnavailable.TransactionConflict] Transaction is conflict';
const NOT_EXIST = '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server';

/** `outcome` turns a refusal into what a caller can tell it by. */
const outcome = `const outcome = (promise) => promise.then((ok) => ({ ok }), (e) => ({ code: e.code, errCode: e.errCode, message: e.message ?? e.errMsg ?? e }));`;

describe.each(SDKS)('%s', (sdk) => {
  const wx = sdk === 'wx';

  test('runTransaction sees its own writes, commits all of them, and answers what the callback answers', async () => {
    await seed([{ _id: 'a', n: 1 }, { _id: 'b', n: 5 }, { _id: 'gone' }]);
    const answer = await run(
      sdk,
      `async ({ db, _, data }) => db.runTransaction(async (t) => {
        const events = t.collection('events');
        await events.doc('a').update(data({ n: _.inc(2) }));
        await events.doc('b').set(data({ n: 7 }));
        await events.doc('gone').remove();
        await events.add(data({ _id: 'new', n: 9 }));
        const read = async (id) => (await events.doc(id).get()).data?.n ?? null;
        const outside = (await db.collection('events').doc('a').get()).data;
        return [await read('a'), await read('b'), await read('new'), [outside].flat()[0].n];
      })`,
    );
    expect(answer).toEqual({ ok: [3, 7, 9, 1] });
    expect(await stored('events')).toEqual([
      { _id: 'a', n: 3 },
      { _id: 'b', n: 7 },
      { _id: 'new', n: 9 },
    ]);
  });

  test('what a transaction reads stays as it was at its first operation', async () => {
    await seed([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 1 },
      { _id: 'c', n: 1 },
    ]);
    const answer = await run(
      sdk,
      `async ({ db, _, data }) => {
        const t = await db.startTransaction();
        await db.collection('events').doc('a').update(data({ n: 2 }));
        const get = async (id) => (await t.collection('events').doc(id).get()).data?.n ?? null;
        const first = await get('a');
        await db.collection('events').doc('b').update(data({ n: 2 }));
        await db.collection('events').doc('b').update(data({ n: 3 }));
        await db.collection('events').doc('c').remove();
        await db.collection('events').add(data({ _id: 'd', n: 1 }));
        const later = [await get('a'), await get('b'), await get('c')];
        ${outcome}
        const unborn = await outcome(t.collection('events').doc('d').get());
        await t.commit();
        return { first, later, unborn: unborn.ok?.data ?? null };
      }`,
    );
    expect(answer).toEqual({ ok: { first: 2, later: [2, 1, 1], unborn: null } });
  });

  test('a write to what others have written since conflicts at the write, and the transaction is over', async () => {
    await seed([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 1 },
    ]);
    const answer = (await run(
      sdk,
      `async ({ db, data }) => {
        ${outcome}
        const t = await db.startTransaction();
        await t.collection('events').doc('b').update(data({ n: 9 }));
        await db.collection('events').doc('a').update(data({ n: 2 }));
        const doc = t.collection('events').doc('a');
        return [await outcome(doc.update(data({ n: 3 }))), await outcome(doc.get()), await outcome(t.commit())];
      }`,
    )) as { ok: { code?: string; errCode?: number; message: string }[] };
    const [write, read, commit] = answer.ok;
    expect(write?.message).toContain(CONFLICT);
    expect(write).toMatchObject(wx ? { errCode: -501001 } : { code: 'DATABASE_TRANSACTION_CONFLICT' });
    expect(read?.message).toContain(NOT_EXIST);
    expect(commit).toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' });
    expect(commit?.message).toContain('30 seconds');
    expect(await stored('events')).toEqual([
      { _id: 'a', n: 2 },
      { _id: 'b', n: 1 },
    ]);
  });

  test('of two open transactions the second that writes a document conflicts', async () => {
    await seed([{ _id: 'a', n: 1 }]);
    const answer = await run(
      sdk,
      `async ({ db, data }) => {
        ${outcome}
        const [one, two] = [await db.startTransaction(), await db.startTransaction()];
        await one.collection('events').doc('a').update(data({ n: 2 }));
        const second = await outcome(two.collection('events').doc('a').update(data({ n: 3 })));
        await one.commit();
        return second.message.includes('TransactionConflict');
      }`,
    );
    expect(answer).toEqual({ ok: true });
    expect(await stored('events')).toEqual([{ _id: 'a', n: 2 }]);
  });

  test('write skew is let through: both read both, each writes one', async () => {
    await seed([
      { _id: 'a', on: true },
      { _id: 'b', on: true },
    ]);
    const script = `async ({ db, data }) => {
      const [one, two] = [await db.startTransaction(), await db.startTransaction()];
      for (const t of [one, two]) for (const id of ['a', 'b']) await t.collection('events').doc(id).get();
      await one.collection('events').doc('a').update(data({ on: false }));
      await two.collection('events').doc('b').update(data({ on: false }));
      await one.commit();
      await two.commit();
    }`;
    expect(await run(sdk, script)).not.toHaveProperty('message');
    expect(await stored('events')).toEqual([
      { _id: 'a', on: false },
      { _id: 'b', on: false },
    ]);
  });

  test('rollback(reason) undoes all and rejects with the reason itself; a throw undoes all as well', async () => {
    await seed([{ _id: 'a', n: 1 }]);
    const answer = await run(
      sdk,
      `async ({ db, data }) => {
        const caught = (promise) => promise.then(() => 'no', (e) => e.mine ?? e.message);
        const change = (t) => t.collection('events').doc('a').update(data({ n: 2 }));
        return [
          await caught(db.runTransaction(async (t) => { await change(t); await t.rollback({ mine: 'full' }); })),
          await caught(db.runTransaction(async (t) => { await change(t); throw new Error('out'); })),
          await caught((async () => { const t = await db.startTransaction(); await change(t); await t.rollback(); throw new Error('back'); })()),
        ];
      }`,
    );
    expect(answer).toEqual({ ok: ['full', 'out', 'back'] });
    expect(await stored('events')).toEqual([{ _id: 'a', n: 1 }]);
  });

  test(`a conflict at a write is tried ${wx ? 'once' : 'four times'}`, async () => {
    await seed([{ _id: 'a', n: 0 }]);
    const answer = await run(
      sdk,
      `async ({ db, _, data }) => {
        ${outcome}
        let attempts = 0;
        const result = await outcome(db.runTransaction(async (t) => {
          attempts++;
          await t.collection('events').doc('a').get();
          await db.collection('events').doc('a').update(data({ n: _.inc(1) }));
          await t.collection('events').doc('a').update(data({ n: 100 }));
        }));
        return { attempts, message: result.message.includes('TransactionConflict') };
      }`,
    );
    expect(answer).toEqual({ ok: { attempts: wx ? 1 : 4, message: true } });
    expect(await stored('events')).toEqual([{ _id: 'a', n: wx ? 1 : 4 }]);
  });

  test('a conflict at the commit is tried again: two give themselves one openid, one is refused by it', async () => {
    const answer = await run(
      sdk,
      `async ({ db, data }) => {
        ${outcome}
        let attempts = 0;
        const result = await outcome(db.runTransaction(async (t) => {
          attempts++;
          await t.collection('members').add(data({ _id: 'mine', openid: 'o' }));
          if (attempts === 1) await db.collection('members').add(data({ _id: 'theirs', openid: 'o' }));
        }));
        return { attempts, refused: result.message.includes('E11000') };
      }`,
    );
    expect(answer).toEqual({ ok: { attempts: 2, refused: true } });
    expect(await stored('members')).toEqual([{ _id: 'theirs', openid: 'o' }]);
  });

  test('racing transfers keep the sum', async () => {
    await seed(['a', 'b', 'c'].map((id) => ({ _id: id, n: 100 })));
    const answer = (await run(
      sdk,
      `async ({ db, _, data }) => {
        const transfer = async (from, to, left = 40) => {
          try {
            await db.runTransaction(async (t) => {
              const events = t.collection('events');
              const read = async (id) => (await events.doc(id).get()).data.n;
              const [have, had] = [await read(from), await read(to)];
              await events.doc(from).update(data({ n: have - 1 }));
              await events.doc(to).update(data({ n: had + 1 }));
            });
            return 1;
          } catch (error) {
            if (left === 0 || !JSON.stringify([error.message, error.code]).includes('onflict')) throw error;
            return transfer(from, to, left - 1);
          }
        };
        const pairs = ['ab', 'bc', 'ca', 'ba', 'ac', 'ab', 'ab', 'cb'];
        return (await Promise.all(pairs.map((pair) => transfer(pair[0], pair[1])))).length;
      }`,
    )) as { ok: number };
    expect(answer).toEqual({ ok: 8 });
    expect(await stored('events')).toEqual([
      { _id: 'a', n: 98 },
      { _id: 'b', n: 102 },
      { _id: 'c', n: 100 },
    ]);
  });
});
