// A `partnership` document as it was written under schema version 2, before there was a plan: frozen, never made anew. A
// partnership for a project with its library and a branch, one organisation, one closed meeting with notes and a decision. A Yjs v2 update.

const BASE64 = [
  'AAAG5Jv7lQYVDRgBAAwABgEGElIqAQMAFygLJwAoBCcAKAEnACgGJwEEACgAJwAoxQOLA21ldGFzY2hlbWFtZXRhbGVhc3RXcml0',
  'ZXJwcm9maWxlbmFtZXByb2ZpbGVyb3VuZElkcHJvZmlsZXRyYWNrcHJvZmlsZXBoYXNlcHJvZmlsZWxpYnJhcnlOYW1lcHJvZmls',
  'ZWdtaW5hcHJvZmlsZWZhY2lsaXRhdG9yTmFtZXByb2ZpbGVjb29yZGluYXRvck5hbWVwcm9maWxlaXNFeGFtcGxlcHJvZmlsZWNy',
  'ZWF0ZWRBdG9yZ2FuaXNhdGlvbnNvc3BuYW1ldHlwZXN0YXR1c2xpYnJhcnlhZGRyZXNzbGlicmFyeWFjY2VwdGVkUnVsZXNicmFu',
  'Y2hlc3phd2FkYW5hbWVvcmRlcm1lZXRpbmdzbTFudW1iZXJ0aGVtZXRpdGxlZGF0ZXBsYWNlc3RhdGVpc0hpZGRlbmFnZW5kYW5v',
  'dGVzWmFjenluYW15Lm5vdGVzRWRpdGVkQXRkZWNpc2lvbnNkMW1lZXRpbmdJZHRleHR3aG9vcmRlcmlzRG9uZWlzSGlkZGVuBAYE',
  'CwcERwEFBwUHCwcFBw8HDwcJBwkNA0QABkcBDQgGBAUIAgZFAARFAAgGBQoNCQIJBAMFBggPAQwAAgECAAEBAAAKAQAABUEBQgAB',
  'AkEfASgAfQJ9AXcQU3RhcmUgUG9sZSByYXplbXcFcHJiLTN3B3Byb2plY3R3CWFncmVlbWVudHcpR21pbm5hIEJpYmxpb3Rla2Eg',
  'UHVibGljem5hIHcgU3RhcnltIFBvbHV3ClN0YXJlIFBvbGV3AHcAeXtCegxFBsAAAHcOT1NQIFN0YXJlIFBvbGV3CHNlcnZpY2Vz',
  'dwZqb2luZWR3DXVsLiBTemtvbG5hIDF3ATF3Blphd2FkYXcBVn0BdxBidWlsZFBhcnRuZXJzaGlwdwB3CjIwMjYtMTAtMDF3CsWa',
  'd2lldGxpY2F3BmNsb3NlZHl7QnoMRQb+gAB3Am0xdxFBbmtpZXRhIHcga2xhc2FjaHcHU3prb8WCYXcBVnl5AA==',
].join('');

export const PARTNERSHIP_VERSION_2: Uint8Array = new Uint8Array(Buffer.from(BASE64, 'base64'));
