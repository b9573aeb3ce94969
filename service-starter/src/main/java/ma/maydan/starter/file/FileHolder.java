package ma.maydan.starter.file;

/** Those of one collection who may have files: a file that none of them has is deleted. */
@FunctionalInterface
public interface FileHolder {

    boolean holds(String fileId);
}
