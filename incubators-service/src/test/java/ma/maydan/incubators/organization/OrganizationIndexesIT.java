package ma.maydan.incubators.organization;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import ma.maydan.incubators.Service;
import org.bson.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The embedded server plans nothing, so what a server can plan with is asked for by name. */
class OrganizationIndexesIT {

    @ParameterizedTest
    @MethodSource("filters")
    void whateverTheListIsFilteredByAnIndexFindsAndSorts(List<String> filter) {
        var fields = new ArrayList<String>(List.of("stage.status"));
        fields.addAll(filter);
        fields.addAll(List.of("entry.verifiedAt", "_id"));

        assertThat(Service.bean(MongoDatabase.class)
                        .getCollection("organizations")
                        .listIndexes()
                        .map(index ->
                                List.copyOf(index.get("key", Document.class).keySet())))
                .contains(List.copyOf(fields));
    }

    static Stream<List<String>> filters() {
        return Stream.of(
                List.of(),
                List.of("profile.kinds"),
                List.of("profile.region"),
                List.of("profile.kinds", "profile.region"));
    }
}
