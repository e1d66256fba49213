export type { Address, ModbusAddress, OpcuaAddress, PointAddress, S7Address } from './address.ts';
export { askWitness } from './ask-witness.ts';
export { browseEndpoint } from './browse.ts';
export type { BrowsedNode, BrowseReport } from './browse-report.ts';
export { type Clock, simulatedClock, systemClock } from './clock.ts';
export { type DataType, dataTypes, type Value, type WordOrder, widthOf, wordOrders } from './data-type.ts';
export { type Deadline, deadlineIn } from './deadline.ts';
export { describeFault } from './describe-fault.ts';
export type { Exchange, ExchangeKind, Tap, Traffic } from './exchange.ts';
export { exchangeNumbers } from './exchange-numbers.ts';
export { type DeclaredExport, type ExportKind, type ExportReport, exportKinds } from './exported.ts';
export type { Fault, FaultKind } from './fault.ts';
export { type FaultTopic, faultTopics, topicOfFault } from './fault-topic.ts';
export { isModbus } from './is-modbus.ts';
export { lastRecorded } from './last-recorded.ts';
export { lineOf } from './line-of.ts';
export type { EpochMs, Moment, Observation, Quality, Reading, Silence } from './observation.ts';
export { openReader } from './open-reader.ts';
export { parseAddress } from './parse-address.ts';
export { parseEndpoint } from './parse-endpoint.ts';
export type { Parsed } from './parsed.ts';
export type { PlannedRequest, PossibleRequest } from './planned-request.ts';
export type { PointAccess } from './point-access.ts';
export type { PointHistory } from './point-history.ts';
export type { PointPast } from './point-past.ts';
export { probeEndpoint } from './probe.ts';
export type { OpcuaPosture, ProbedPoint, ProbePoint, ProbeReport } from './probe-report.ts';
export type {
  Identity,
  OpenReader,
  Reader,
  ReaderWiring,
  Recorded,
  RunState,
  SelfReport,
  Subscribed,
} from './reader.ts';
export { requestPlannerFor } from './request-plan.ts';
export { Restraint } from './restraint.ts';
export { askCertificates, type ServerCertificate, trustCertificate } from './server-certificate.ts';
export type { Endpoint, Pacing, Protocol, RtuLine, Security, SecurityUser, Target, TrafficBudget } from './target.ts';
export { noTraffic, sumTraffic } from './traffic.ts';
export type { WitnessAnswer, WitnessReport } from './witness/index.ts';
export { witnessRequests } from './witness/request-plan.ts';
