package ma.maydan.starter.file;

/**
 * What pictures are taken for.
 *
 * @param large the longest side of the large one, in pixels
 * @param small the longest side of the small one, in pixels
 */
public record PictureUse(int large, int small) {

    int side(PictureSize size) {
        return size == PictureSize.LARGE ? large : small;
    }
}
