package ma.maydan.system;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import ma.maydan.testkit.api.Api;

/** Many people with accounts of their own, made once in the running Keycloak. */
final class People {

    private static final List<Api> MADE = new ArrayList<>();

    private People() {}

    static synchronized List<Api> of(Portal portal, int count) throws InterruptedException, ExecutionException {
        if (MADE.size() < count) {
            var realm = new RealmAdmin(portal);
            try (var threads = Executors.newFixedThreadPool(2)) {
                var made = new ArrayList<java.util.concurrent.Future<Api>>();
                for (int i = MADE.size(); i < count; i++) {
                    var name = "crowd" + i;
                    made.add(threads.submit(() -> {
                        realm.person(name);
                        return portal.as(RealmAdmin.login(name), RealmAdmin.PASSWORD);
                    }));
                }
                for (var one : made) {
                    MADE.add(one.get());
                }
            }
        }
        return List.copyOf(MADE.subList(0, count));
    }
}
