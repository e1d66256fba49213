export const modbusRtu = {
  'modbus-rtu.endpoint-form':
    'Unknown serial endpoint "{written}"; write modbus-rtu:///dev/ttyUSB0?unit=1&baud=9600&parity=even&stop=1, or, through a transparent serial server, modbus-rtu-tcp://host:port?unit=1',
  'modbus-rtu.endpoint-missing':
    'The endpoint "{written}" does not say {parameter}; {parameter} cannot be guessed, add it as it is set on site',
  'modbus-rtu.endpoint-parameter':
    'The parameter "{parameter}" of the endpoint "{written}" is unknown or stands there twice; it may have: {known}',
  'modbus-rtu.endpoint-value': 'The {parameter} of the endpoint "{written}" should be{expected}, not "{value}"',
  'modbus-rtu.expected-unit': ' a whole number from 1 to 247',
  'modbus-rtu.expected-baud': ' a whole number from 300 to 4000000',
  'modbus-rtu.expected-parity': ' none, even or odd',
  'modbus-rtu.expected-stop': ' 1 or 2',
  'modbus-rtu.expected-data': ' 8',
  'modbus-rtu.expected-port': ' a whole number from 1 to 65535',
} as const;
