import { decode } from '../values/ejson-read';
import { isDoc, type Doc } from '../values/value';

export function readDoc(text: string): Doc {
  const plain = JSON.parse(text) as Doc;
  if (!text.includes('{"$')) return plain;
  const doc = decode(plain, 0);
  return isDoc(doc) ? doc : {};
}
