// The only door to node-opcua: silence comes first, whoever imports what.
import './silence-library.ts';

export { OPCUACertificateManager } from 'node-opcua-certificate-manager';
export {
  AttributeIds,
  type ClientSecureChannelLayer,
  type ClientSession,
  DataType as VariantType,
  type DataValue,
  type EndpointDescription,
  HistoryData,
  HistoryReadRequest,
  HistoryReadResponse,
  MessageSecurityMode,
  NodeId,
  OPCUAClient,
  ReadRawModifiedDetails,
  ReadRequest,
  ReadResponse,
  ReadValueId,
  SecurityPolicy,
  ServerState,
  ServiceFault,
  StatusCode,
  StatusCodes,
  TimestampsToReturn,
  type UserIdentityInfo,
  UserTokenType,
  type Variant,
  VariantArrayType,
} from 'node-opcua-client';
