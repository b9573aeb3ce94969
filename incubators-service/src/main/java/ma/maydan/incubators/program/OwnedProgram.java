package ma.maydan.incubators.program;

import ma.maydan.incubators.organization.Organization;

/** A program beside the organization that it belongs to. */
record OwnedProgram(Program program, Organization owner) {}
