package ma.maydan.system.deployment;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The Kubernetes resources in a folder, as its files have them. */
record Manifests(List<HasMetadata> all) {

    private static final String KUSTOMIZATION = "kustomization.yaml";

    static Manifests in(String folder) {
        return new Manifests(files(folder).stream()
                .flatMap(name -> Arrays.stream(
                        Repository.read(Repository.path(folder + "/" + name)).split("(?m)^---$")))
                .map(document -> (HasMetadata) Serialization.unmarshal(document))
                .toList());
    }

    /** Every folder in k8s/ that has a kustomization. */
    static List<String> folders() {
        var root = Repository.path("k8s");
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.endsWith(KUSTOMIZATION))
                    .map(file -> "k8s/" + root.relativize(file.resolveSibling("")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the other files beside a kustomization. */
    static List<String> files(String folder) {
        try (var files = Files.list(Repository.path(folder))) {
            return files.map(Path::getFileName)
                    .map(Path::toString)
                    .filter(name -> !name.equals(KUSTOMIZATION))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T extends HasMetadata> List<T> all(Class<T> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    <T extends HasMetadata> T one(Class<T> kind, String name) {
        return all(kind).stream()
                .filter(resource -> resource.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no " + kind.getSimpleName() + " " + name));
    }
}
