import type { doctor as zh } from '../zh/doctor.ts';

export const doctor = {
  'doctor.verb':
    'see whether this computer is ready for an audit: Node, fonts, time zone, clock, disk, certificates, and say what to do; with a plant file compare the clocks of its controllers',
  'doctor.argument-plant': 'plant file; its controllers are then asked for their clocks, reading only',
  'doctor.option-out': 'folder that audits will be written to',
  'doctor.is-well': 'well',
  'doctor.is-remark': 'note',
  'doctor.is-ill': 'wrong',
  'doctor.is-unknown': 'unknown',
  'doctor.of-node': 'Node.js',
  'doctor.of-native': 'modules',
  'doctor.of-fonts': 'fonts',
  'doctor.of-time-zone': 'time zone',
  'doctor.of-clock': 'clock',
  'doctor.of-disk': 'disk',
  'doctor.of-certificates': 'certificates',
  'doctor.of-console': 'terminal',
  'doctor.node': 'version {version}',
  'doctor.native-good': '{name} is there',
  'doctor.native-missing': '{name} cannot be loaded: {because}',
  'doctor.native-advice':
    'run npm ci again in the folder of the installation (it needs a C++ toolchain), or take the portable archive',
  'doctor.serial-missing':
    'serialport is not installed, so serial ports cannot be read; nothing to do where none is read, or through a transparent serial server',
  'doctor.fonts-good': 'all {count} fonts of the report are there',
  'doctor.fonts-missing': 'fonts of the report are missing: {names}',
  'doctor.fonts-advice': 'install again; the fonts come with the package',
  'doctor.zone': '{name}',
  'doctor.zone-advice':
    'reports are in China time; this computer is in another zone, mind that when clocks are compared by eye',
  'doctor.clock': 'this computer says {time} (China time)',
  'doctor.clock-behind':
    'it is behind the day on which this program was installed: set it first; permits, certificates and limits go by it',
  'doctor.clock-offset': '{controller} is {seconds} s ahead of this computer (negative: behind)',
  'doctor.clock-silent': 'the clock of {controller} cannot be read: {fault}',
  'doctor.clock-not-served': '{controller} serves no clock',
  'doctor.clock-hours': 'off by whole hours: look at the time zones of both first',
  'doctor.clock-advice': 'compare both with a reference, find out which one is wrong, and set it',
  'doctor.disk': '{folder} has {megabytes} MB free',
  'doctor.disk-advice': 'free at least {megabytes} MB, or choose another folder with --out',
  'doctor.disk-unwritable': '{folder} cannot be written: {because}',
  'doctor.disk-unwritable-advice': 'choose a folder that can be written with --out',
  'doctor.pki-none': 'no certificates yet (the first secured OPC UA connection makes {folder})',
  'doctor.pki': '{folder}: {own} of our own, {trusted} trusted, {waiting} waiting',
  'doctor.certificate': '{subject}, valid {from} to {to}',
  'doctor.certificate-unreadable': '{file} is no readable certificate',
  'doctor.own-advice':
    'delete the certificate in the folder own; the next connection makes a new one, which the server must trust again',
  'doctor.trusted-advice': 'have the server issue a new one, then run tripline trust ENDPOINT',
  'doctor.console-utf8': 'UTF-8',
  'doctor.console-none': 'output does not go to a terminal; UTF-8 is written',
  'doctor.console-old': 'an old console, Chinese may look garbled',
  'doctor.console-windows-advice':
    'run chcp 65001 first, or use Windows Terminal; what goes into files is not touched by it',
  'doctor.console-locale': 'the locale {locale} is not UTF-8',
  'doctor.console-advice': 'set LANG=en_US.UTF-8 or LANG=C.UTF-8; what goes into files is not touched by it',
} satisfies Record<keyof typeof zh, string>;
