package hongyan.service.hj212;

import hongyan.service.doors.rejects.Fault;

/** Bytes that are no frame, with what is wrong with them. */
record Broken(byte[] bytes, Fault fault) {}
