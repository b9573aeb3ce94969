package ma.maydan.incubators.partnership;

import java.util.List;
import ma.maydan.starter.mongo.Replica;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * What the register knows of a partnership.
 *
 * @param parties the ids of the organizations
 */
public record PartnershipReplica(@BsonId String id, long sequence, String status, List<String> parties)
        implements Replica {

    static final String ACTIVE = "ACTIVE";
}
