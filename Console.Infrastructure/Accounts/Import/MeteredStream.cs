namespace GovAccountConsole.Infrastructure.Accounts.Import;

/// <summary>Bytes that may still be unpacked, over all parts of an archive.</summary>
internal sealed class Budget(long bytes)
{
    private long _left = bytes;

    /// <summary>Whether more was wanted than was left.</summary>
    public bool IsSpent => _left < 0;

    /// <summary>Takes bytes off.</summary>
    /// <exception cref="InvalidDataException">Nothing is left.</exception>
    public void Spend(int count)
    {
        _left -= count;
        if (_left < 0)
        {
            throw new InvalidDataException("The archive unfolds to more than is accepted.");
        }
    }
}

/// <summary>Counts what is read, whatever the archive says about its size.</summary>
internal sealed class MeteredStream(Stream inner, Budget budget) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        budget.Spend(read);
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
