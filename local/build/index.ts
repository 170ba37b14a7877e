export { buildFunctions } from './functions';
export { packNpm } from './npm-packages';
