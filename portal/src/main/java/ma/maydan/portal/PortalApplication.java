package ma.maydan.portal;

import ma.maydan.starter.MaydanApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The portal. The starter's rules for APIs (problem details, known parameters) are not for pages. */
@SpringBootApplication(
        excludeName = {
            "ma.maydan.starter.problem.ProblemAutoConfiguration",
            "ma.maydan.starter.web.WebAutoConfiguration"
        })
public class PortalApplication {

    public static void main(String[] args) {
        MaydanApplication.run(PortalApplication.class, args);
    }
}
