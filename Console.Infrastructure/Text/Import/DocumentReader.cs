using System.Xml;
using GovAccountConsole.Domain.Posts.Import;
using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Infrastructure.Text.Import;

/// <summary>
/// Reads a document by what its bytes are, never by its name. Whatever the bytes hold, the answer is a document or a refusal, within bounded
/// memory: nothing else is thrown.
/// </summary>
internal static class DocumentReader
{
    // Reading an honest document takes well under a second.
    private static readonly TimeSpan _timeLimit = TimeSpan.FromSeconds(20);

    private const string WordMain = "wordprocessingml";
    private const string SheetMain = "spreadsheetml";
    private static readonly byte[] _compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>The document, or why it is refused.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="fileName">Tells Markdown from other text; nothing else is believed of it.</param>
    /// <param name="token">Ends the work early.</param>
    public static Result<ImportedDocument> Read(byte[] bytes, string? fileName = null, CancellationToken token = default)
    {
        if (bytes.Length > DocumentErrors.BytesLimit)
        {
            return DocumentErrors.TooLarge;
        }

        ReadOnlySpan<byte> start = bytes;
        if (start.StartsWith("PK\u0003\u0004"u8))
        {
            return ReadPackage(bytes, token);
        }

        return start.StartsWith(_compound) ? (IsLocked(start) ? DocumentErrors.Protected : DocumentErrors.OldFormat)
            : start.StartsWith("{\\rtf"u8) ? DocumentErrors.OldFormat
            : start.StartsWith("%PDF"u8) ? DocumentErrors.Pdf
            : start.Length == 0 ? DocumentErrors.NotReadable
            : MarkdownReader.IsMeant(fileName) ? MarkdownReader.Read(bytes)
            : DocumentErrors.UnsupportedType;
    }

    // The names of streams stand in UTF-16: a package locked with a password is one stream of that name.
    private static bool IsLocked(ReadOnlySpan<byte> bytes) => bytes.IndexOf(System.Text.Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0;

    private static Result<ImportedDocument> ReadPackage(byte[] bytes, CancellationToken token)
    {
        OfficePackage? opened = null;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(token);
        limit.CancelAfter(_timeLimit);
        try
        {
            var package = OfficePackage.Open(bytes);
            if (!package.Succeeded)
            {
                return package.Error;
            }

            opened = package.Value;
            var sheet = opened.MainType.Contains(SheetMain, StringComparison.Ordinal);
            if ((!sheet && !opened.MainType.Contains(WordMain, StringComparison.Ordinal)) || opened.Xml(opened.Main) is not { } document)
            {
                return DocumentErrors.UnsupportedType;
            }

            if (sheet)
            {
                return new SheetReader(opened, new DroppedParts()).Read(document);
            }

            var read = new DocxBody(opened, new DroppedParts(), limit.Token).Read(document);
            return read.Html.Length == 0 && read.Title.Length == 0 ? DocumentErrors.NothingInside : read;
        }
        catch (TableTooLongException table)
        {
            return DocumentErrors.TableTooLong(table.Rows);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            return DocumentErrors.TooLarge;
        }
        catch (Exception damage) when (damage is InvalidDataException or XmlException or EndOfStreamException or NotSupportedException or IOException)
        {
            return opened?.IsSpent == true ? DocumentErrors.TooLarge : DocumentErrors.NotReadable;
        }
        finally
        {
            opened?.Dispose();
        }
    }
}
