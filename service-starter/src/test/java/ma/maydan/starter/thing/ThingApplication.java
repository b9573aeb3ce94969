package ma.maydan.starter.thing;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The least service there is: one kind of aggregate, its API, and two consumer groups that hear of it. */
@SpringBootApplication
public class ThingApplication {}
