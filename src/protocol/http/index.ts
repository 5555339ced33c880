export { findChallenge, readChallenges, readToken, writeToken, type Challenge } from './challenges.js';
export {
  CREDSSP_PART_BYTES,
  openSealedBody,
  sealBody,
  sealProtocolOf,
  splitSealedBody,
  type SealedBody,
  type SealedPart,
  type SealProtocol,
} from './sealed-body.js';
