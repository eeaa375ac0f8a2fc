package hongyan.service.backup;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.kafka.common.errors.CorruptRecordException;
import org.apache.kafka.common.record.FileLogInputStream.FileChannelRecordBatch;
import org.apache.kafka.common.record.FileRecords;

/**
 * How far a copied segment of the log is whole. A broker that recovers throws away everything
 * behind the first batch whose checksum is wrong, so such a one has to be found when the backup is
 * taken, and not when it is needed.
 *
 * @param records in whole batches
 * @param first offset of the first record, -1 without any
 * @param next the offset after the last record, -1 without any
 * @param bytes of whole batches; behind them is at most a batch that was being written
 */
record SegmentExtent(long records, long first, long next, long bytes) {

  /**
   * Reads through a segment. Throws {@link BackupFault} at a batch that is not what was written.
   */
  static SegmentExtent of(Path segment) throws IOException, BackupFault {
    long records = 0;
    long first = -1;
    long next = -1;
    long bytes = 0;
    try (FileRecords file = FileRecords.open(segment.toFile(), false)) {
      for (FileChannelRecordBatch batch : file.batches()) {
        batch.ensureValid();
        records += batch.countOrNull();
        first = first < 0 ? batch.baseOffset() : first;
        next = batch.nextOffset();
        bytes += batch.sizeInBytes();
      }
    } catch (CorruptRecordException damaged) {
      throw damaged(segment, bytes);
    }
    return new SegmentExtent(records, first, next, bytes);
  }

  static BackupFault damaged(Path segment, long at) {
    String name = segment.getParent().getFileName() + "/" + segment.getFileName();
    return new BackupFault(
        "日志文件 %s 自第 %d 字节起损坏；若因断电，先启动一次服务，再备份".formatted(name, at),
        "the log's file %s is damaged from byte %d on; after a power cut start the service once, then"
                .formatted(name, at)
            + " take the backup");
  }
}
