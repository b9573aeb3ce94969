package ma.maydan.incubators.erasure;

import ma.maydan.starter.problem.Outage;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** The realm is asked for its {@link Accounts} while somebody waits: when it is away, that is no fault of theirs. */
@Component
class RealmAway implements Outage {

    @Override
    public boolean causes(Throwable failure) {
        return failure instanceof RestClientException;
    }
}
