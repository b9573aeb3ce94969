package ma.maydan.starter.file;

import java.util.List;
import ma.maydan.starter.schedule.Work;
import ma.maydan.starter.schedule.WorkHandler;

/** Deletes a file that nobody has: one that was replaced, or whose upload ended half-way. */
final class FileLook implements WorkHandler {

    private final List<FileStore> files;
    private final List<FileHolder> holders;

    FileLook(List<FileStore> files, List<FileHolder> holders) {
        this.files = files;
        this.holders = holders;
    }

    @Override
    public String kind() {
        return Files.LOOK;
    }

    @Override
    public void run(Work work, Lease lease) {
        if (holders.stream().noneMatch(holder -> holder.holds(work.subject()))) {
            files.forEach(store -> store.delete(work.subject()));
        }
    }
}
