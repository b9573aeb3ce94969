package ma.maydan.portal.steps;

import ma.maydan.portal.kind.Kind;

/**
 * Where several things are chosen in a table, to take a step with all of them.
 *
 * @param kind with the table, and the steps that can be taken with several
 * @param address of the things in the API
 * @param list the page with the table, without the language
 * @param most as many as a page of the table holds
 */
public record Batch(Kind<?> kind, String address, String list, int most) {}
