package ma.maydan.portal.developers;

import java.util.List;

/** What a name in an API stands for. */
record Schema(String name, List<Value> properties) {}
