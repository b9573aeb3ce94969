package ma.maydan.incubators;

import ma.maydan.starter.MaydanApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The register of organizations and their programs. */
@SpringBootApplication
public class IncubatorsApplication {

    public static void main(String[] args) {
        MaydanApplication.run(IncubatorsApplication.class, args);
    }
}
