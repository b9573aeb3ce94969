package ma.maydan.events.event;

import ma.maydan.starter.text.LocalizedText;

/**
 * What an event looks like.
 *
 * @param file see {@link ma.maydan.starter.file.Pictures}
 * @param alt what can be seen, for who does not see it
 */
public record EventImage(String file, LocalizedText alt) {}
