package ma.maydan.incubators.imports;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** @param update whether a duplicate is brought into the register all the same */
record DecisionRequest(@NotNull @Nullable Boolean update) {}
