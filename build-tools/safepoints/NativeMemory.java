package safepoints;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Set;

/** Counts what takes memory outside of the heap. */
final class NativeMemory {
  private static final String COMPRESSION = "com/oracle/graal/python/builtins/modules/zlib/";
  private static final String COMPRESSOR = COMPRESSION + "JavaCompress.class";
  private static final String DECOMPRESSOR = COMPRESSION + "JavaDecompress.class";

  /** What has such memory. */
  private static final Set<String> OWNERS =
      Set.of(
          "java/util/zip/Deflater",
          "java/util/zip/Inflater",
          COMPRESSION + "JavaDecompress$GZIPDecompressStream");

  static final List<Change> CHANGES =
      List.of(
          Insertion.after(
              Set.of(COMPRESSOR, DECOMPRESSOR),
              element -> Insertion.isCall(element, OWNERS, "<init>"),
              code -> count(code, "took")),
          Insertion.before(
              Set.of(COMPRESSOR, DECOMPRESSOR),
              element -> Insertion.isCall(element, OWNERS, "end"),
              code -> count(code, "gaveBack")));

  private NativeMemory() {}

  /** The owner is on the stack, and stays there. */
  private static void count(CodeBuilder code, String method) {
    code.dup()
        .invokestatic(
            GraalPy.ours("NativeMemory"),
            method,
            MethodTypeDesc.ofDescriptor("(Ljava/lang/Object;)V"));
  }
}
