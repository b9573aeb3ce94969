package ma.maydan.gateway.session;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.MapSession;
import org.springframework.session.Session;

/** A session that remembers what of it has changed since it was read. */
public final class BrowserSession implements Session {

    private final MapSession state;
    private final Set<String> changed = new HashSet<>();
    private @Nullable String storedId;
    private @Nullable Instant storedAccess;

    /** One that the database does not know yet. */
    BrowserSession(Duration idle) {
        state = new MapSession();
        state.setMaxInactiveInterval(idle);
    }

    /** One as the database has it. */
    BrowserSession(String id, Map<String, Object> attributes, Instant created, Instant accessed, Duration idle) {
        state = new MapSession(id);
        attributes.forEach(state::setAttribute);
        state.setCreationTime(created);
        state.setLastAccessedTime(accessed);
        state.setMaxInactiveInterval(idle);
        storedId = id;
        storedAccess = accessed;
    }

    @Nullable
    String storedId() {
        return storedId;
    }

    /** The changed attributes; a removed one is null. */
    Map<String, @Nullable Object> changes() {
        var changes = new HashMap<String, @Nullable Object>();
        changed.forEach(name -> changes.put(name, state.getAttribute(name)));
        return changes;
    }

    /** How long ago the database was told of a request. */
    Duration sinceStoredAccess() {
        return storedAccess == null ? Duration.ofDays(1) : Duration.between(storedAccess, getLastAccessedTime());
    }

    void stored() {
        storedId = getId();
        storedAccess = getLastAccessedTime();
        changed.clear();
    }

    @Override
    public String getId() {
        return state.getId();
    }

    @Override
    public String changeSessionId() {
        return state.changeSessionId();
    }

    @Override
    public <T> @Nullable T getAttribute(String name) {
        return state.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return state.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        if (value == null) {
            removeAttribute(name);
            return;
        }
        state.setAttribute(name, value);
        changed.add(name);
    }

    @Override
    public void removeAttribute(String name) {
        state.removeAttribute(name);
        changed.add(name);
    }

    @Override
    public Instant getCreationTime() {
        return state.getCreationTime();
    }

    @Override
    public void setLastAccessedTime(Instant time) {
        state.setLastAccessedTime(time);
    }

    @Override
    public Instant getLastAccessedTime() {
        return state.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        state.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return state.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return state.isExpired();
    }
}
