package ma.maydan.portal;

import ma.maydan.starter.MaydanApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The portal: the web pages over the services' APIs. */
@SpringBootApplication
public class PortalApplication {

    public static void main(String[] args) {
        MaydanApplication.run(PortalApplication.class, args);
    }
}
