package ma.maydan.portal.api;

import java.util.List;

/** Something of which a service knows. */
public interface Served {

    /** The name of the service in the settings. */
    String service();

    /** What the paths of its resources begin with, below {@code /api/v1} and {@code /api/v1/me}. */
    List<String> paths();
}
