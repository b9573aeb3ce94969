package ma.maydan.incubators.casefile;

import ma.maydan.starter.file.Paper;

/** What an organization has given of the check list. */
public record Evidence(EvidenceItem item, Paper paper) {}
