package ma.maydan.starter.web;

import java.util.Map;

/** What an application that has this bean says with every answer that Tomcat gives in its place. */
public record AnswerHeaders(Map<String, String> values) {

    static final AnswerHeaders NONE = new AnswerHeaders(Map.of());
}
