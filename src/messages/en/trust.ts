export const trust = {
  'trust.verb': 'show the certificate of an OPC UA server, and trust it once a person has compared the fingerprint',
  'trust.argument-endpoint': 'OPC UA endpoint (opc.tcp://host:port)',
  'trust.option-yes': 'trust without asking where the fingerprint is this one (for scripts)',
  'trust.fault-untrusted':
    "nobody has trusted the server's certificate, so no connection was made; run tripline trust ENDPOINT first and compare the fingerprint with the one that the server shows",
  'trust.fault-out-of-date':
    "the server's certificate is not valid today (expired, or not valid yet), so no connection was made; check the date of this machine first, and where it is right have the server issue a new certificate and run tripline trust ENDPOINT again; security in the plant file stays as it is",
  'trust.fault-other-host':
    "the server's certificate was issued for another host, so no connection was made; in the plant file let endpoint of this controller name a host that the certificate names (tripline trust ENDPOINT shows them), or have the server issue a certificate for this host; where the certificate names a host only and the plant file must name an address, write other_host_in_certificate: accepted under security once that has been checked (record and report repeat it)",
  'trust.only-opcua': 'only OPC UA has server certificates, {protocol} has none',
  'trust.unreachable': '{url}: {fault}',
  'trust.none': '{url} shows no certificate at all (it offers open endpoints only)',
  'trust.subject': 'subject   {subject}',
  'trust.issuer': 'issuer    {issuer}',
  'trust.self-signed': 'issuer    self-signed',
  'trust.fingerprint': 'SHA-256   {fingerprint}',
  'trust.validity': 'valid     {from} to {to} (UTC)',
  'trust.hosts': 'hosts     {hosts}',
  'trust.no-hosts': 'none named',
  'trust.out-of-date': 'Mind: this certificate is not valid today; even when trusted it gives no encrypted connection',
  'trust.used-by': 'used by   {endpoints}',
  'trust.already': 'This certificate is trusted already.',
  'trust.ask': 'Is this the fingerprint that the server itself shows? Then type yes to trust the certificate: ',
  'trust.no-terminal':
    'no terminal to ask on, nothing trusted; compare the fingerprint and run with --yes {fingerprint}',
  'trust.differs': 'no certificate has the fingerprint {fingerprint}; nothing trusted',
  'trust.declined': 'Not trusted.',
  'trust.done': 'Trusted. The certificate is kept on this machine in {folder}',
  'trust.user-certificate-missing':
    'the user certificate of controller {controller} or its key is not there or not usable: {name} (certificate in DER or PEM, key in PEM without a passphrase)',
} as const;
