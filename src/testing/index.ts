export { FakeClock } from './fake-clock.js';
export {
  createSocketlessEndpoint,
  createTestEndpoint,
  type TestEndpoint,
  type TestEndpointOptions,
  type TestUser,
} from './test-endpoint.js';
