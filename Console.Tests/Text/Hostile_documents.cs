using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using GovAccountConsole.Infrastructure.Text;
using GovAccountConsole.Infrastructure.Text.Import;
using GovAccountConsole.Tests.Support;
using SkiaSharp;
using static GovAccountConsole.Tests.Support.WordFile;

namespace GovAccountConsole.Tests.Text;

/// <summary>Documents that mean harm, or are damaged: a clear refusal, within bounds, and nothing else.</summary>
public sealed class Hostile_documents
{
    private const string Types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
    private const string Roots = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
    private const string Open = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
    private const string Close = "</w:body></w:document>";

    public static TheoryData<string, byte[]> Refused => new()
    {
        { "document-not-readable", [] },
        { "document-not-readable", [.. "PK\u0003\u0004"u8, 1, 2, 3] },
        { "document-not-readable", Of(P("好"))[..400] },
        { "document-unsupported-type", "MZ program"u8.ToArray() },
        { "document-unsupported-type", "<html><script>alert(1)</script></html>"u8.ToArray() },
        { "document-unsupported-type", Zip(("hello.txt", "x")) },
        { "document-pdf", "%PDF-1.7 ..."u8.ToArray() },
        { "document-old-format", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]] },
        { "document-old-format", "{\\rtf1 x}"u8.ToArray() },
        { "document-protected", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[64]] },
        { "document-has-macros", Word("<w:p/>", ("word/vbaProject.bin", "x")) },
        { "document-has-macros", Zip(("[Content_Types].xml", Types.Replace("wordprocessingml.document.main", "ms-word.document.macroEnabled.main", StringComparison.Ordinal)), ("_rels/.rels", Roots), ("word/document.xml", Open + Close)) },
        { "document-not-readable", Word("<w:p>") },
        { "document-not-readable", Zip(("[Content_Types].xml", Types), ("_rels/.rels", Roots), ("word/document.xml", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>")) },
        { "document-not-readable", Zip(("[Content_Types].xml", "<!DOCTYPE x [<!ENTITY a \"" + new string('a', 99) + "\">]>" + Types), ("_rels/.rels", Roots)) },
        { "document-not-readable", Word("<w:p/>", ("../../etc/cron.d/x", "x")) },
        { "document-not-readable", Word("<w:p/>", ("WORD\\document.xml", "x")) },
        { "document-not-readable", Zip(("[Content_Types].xml", Types), ("_rels/.rels", Roots)) },
        { "document-not-readable", Word(string.Concat(Enumerable.Repeat("<w:sdt>", 5_000)) + string.Concat(Enumerable.Repeat("</w:sdt>", 5_000))) },
        { "document-nothing-inside", Word("<w:p/>") },
        { "document-too-large", new byte[21 * 1024 * 1024] },
        { "document-too-large", Word("<w:p/>", ("word/media/a.png", new string('0', 60_000_000))) },
        { "document-too-large", Word(string.Concat(Enumerable.Repeat("<w:p/>", 700_000))) },
        { "document-too-large", Zip([("[Content_Types].xml", Types), .. Enumerable.Range(0, 2_100).Select(number => ("x" + number, "x"))]) },
        { "document-table-too-long", Word("<w:tbl>" + string.Concat(Enumerable.Repeat("<w:tr><w:tc><w:p><w:r><w:t>行</w:t></w:r></w:p></w:tc></w:tr>", 10_000)) + "</w:tbl>") },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Each_is_refused_by_its_own_code_in_time(string code, byte[] bytes)
    {
        var watch = Stopwatch.StartNew();
        Assert.Equal(code, DocumentReader.Read(bytes, null, TestContext.Current.CancellationToken).Error.Code);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(15), $"took {watch.Elapsed}");
    }

    [Fact]
    public void A_size_that_lies_does_not_help()
    {
        // Says one byte, unfolds to fifty megabytes.
        var bytes = Word("<w:p/>", ("word/styles.xml", "<x>" + new string(' ', 50_000_000) + "</x>"));
        var name = "word/styles.xml"u8.ToArray();
        for (var at = bytes.AsSpan().IndexOf(name); at >= 0; at = Next(bytes, name, at))
        {
            var central = at >= 46 && bytes[at - 46] == 'P' && bytes[at - 45] == 'K' && bytes[at - 44] == 1;
            BitConverter.TryWriteBytes(bytes.AsSpan(at - (central ? 46 - 24 : 30 - 22)), 1);
        }

        Assert.False(DocumentReader.Read(bytes, null, TestContext.Current.CancellationToken).Succeeded && DocumentReader.Read(bytes, null, TestContext.Current.CancellationToken).Value.Html.Length > 100);
    }

    [Fact]
    public void Words_that_look_like_markup_stay_words()
    {
        var read = DocumentReader.Read(Of(P("&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;。")), null, TestContext.Current.CancellationToken).Value;
        Assert.Equal("<p>&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;。</p>", ArticleSanitizer.Clean(read.Html).Html);
    }

    [Fact]
    public void No_change_of_bytes_makes_the_reader_throw()
    {
        var good = Rich();
        var random = new Random(20261124);
        for (var round = 0; round < 1_500; round++)
        {
            var bytes = (byte[])good.Clone();
            for (var change = random.Next(1, 12); change > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            Reads(random.Next(6) == 0 ? bytes[..random.Next(bytes.Length)] : bytes);
        }
    }

    [Fact]
    public void No_change_of_the_xml_makes_the_reader_throw()
    {
        string[] pieces =
        [
            "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "<w:vMerge/>", "<w:gridSpan w:val=\"-7\"/>", "<w:gridSpan w:val=\"99999999999\"/>", "<w:numId w:val=\"1\"/>",
            "<w:fldChar w:fldCharType=\"begin\"/>", "<w:fldChar w:fldCharType=\"end\"/>", "<w:footnoteReference w:id=\"2\"/>", "<w:txbxContent>", "</w:txbxContent>", "<w:drawing>", "&#x0;", "&lol;", "w:val=\"\"", "<a:srcRect l=\"999999999\"/>",
            "<w:outlineLvl w:val=\"77\"/>", "<!--", "]]>", "<w:t>", "</w:t>", "\ud83d",
        ];
        var random = new Random(7);
        var parts = Unzipped(Rich());
        var read = 0;
        for (var round = 0; round < 600; round++)
        {
            var target = parts.Keys.Where(name => name.EndsWith("xml", StringComparison.Ordinal)).ElementAt(random.Next(parts.Keys.Count(name => name.EndsWith("xml", StringComparison.Ordinal))));
            var text = new StringBuilder(Encoding.UTF8.GetString(parts[target]));
            for (var change = random.Next(1, 6); change > 0; change--)
            {
                var at = random.Next(text.Length);
                _ = random.Next(3) switch
                {
                    0 => text.Remove(at, Math.Min(random.Next(1, 30), text.Length - at)),
                    1 => text.Insert(at, pieces[random.Next(pieces.Length)]),
                    _ => text.Replace(text[at], (char)random.Next(32, 127), at, Math.Min(3, text.Length - at)),
                };
            }

            read += Reads(Zip([.. parts.Where(part => part.Key != target).Select(part => (part.Key, part.Value)), (target, Encoding.UTF8.GetBytes(text.ToString()))])) ? 1 : 0;
        }

        Assert.True(read > 0, "some changes leave a document that can be read");
    }

    private static bool Reads(byte[] bytes)
    {
        var read = DocumentReader.Read(bytes, null, TestContext.Current.CancellationToken);
        if (read.Succeeded)
        {
            Assert.True(read.Value.Html.Length < 1_000_000);
            Assert.DoesNotContain("<script", ArticleSanitizer.Clean(read.Value.Html).Html, StringComparison.OrdinalIgnoreCase);
        }

        return read.Succeeded;
    }

    private static byte[] Rich() => Of(
        P("标题", "<w:pStyle w:val=\"a3\"/>") + P("一", "<w:pStyle w:val=\"1\"/>") + Item("甲") + Item("乙", level: 1) + Item("丙", 2) + Picture("rIdPic1", "图")
        + "<w:tbl>" + Row("<w:tblHeader/>", Cell("时间", "<w:gridSpan w:val=\"2\"/>")) + Row("", Cell("上", "<w:vMerge w:val=\"restart\"/>"), Cell("九")) + Row("", Cell("", "<w:vMerge/>"), Cell("十")) + "</w:tbl>"
        + "<w:p><w:hyperlink r:id=\"rIdLink\"><w:r><w:t>上期</w:t></w:r></w:hyperlink><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>",
        (Pictures.Encoded(SKEncodedImageFormat.Png, 8, 8), "image/png"));

    private static byte[] Word(string body, params (string Name, string Content)[] more) =>
        Zip([("[Content_Types].xml", Types), ("_rels/.rels", Roots), ("word/document.xml", Open + body + Close), .. more]);

    private static byte[] Zip(params (string Name, string Content)[] entries) => Zip([.. entries.Select(entry => (entry.Name, Encoding.UTF8.GetBytes(entry.Content)))]);

    private static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(content);
            }
        }

        return file.ToArray();
    }

    private static Dictionary<string, byte[]> Unzipped(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes));
        return archive.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var content = entry.Open();
            using var copy = new MemoryStream();
            content.CopyTo(copy);
            return copy.ToArray();
        }, StringComparer.Ordinal);
    }

    private static int Next(byte[] bytes, byte[] name, int from)
    {
        var found = bytes.AsSpan(from + 1).IndexOf(name);
        return found < 0 ? -1 : from + 1 + found;
    }
}
