using System.IO.Compression;
using System.Text;
using GovAccountConsole.Infrastructure.Text.Import;
using MiniExcelLibs;

namespace GovAccountConsole.Tests.Text;

/// <summary>A sheet becomes one table that people can read on a phone.</summary>
public sealed class Reading_sheets
{
    [Fact]
    public void A_workbook_written_elsewhere_becomes_a_table_with_a_head()
    {
        using var file = new MemoryStream();
        file.SaveAs(new[] { new { 街道 = "滨江 & 望江", 户数 = 1200.5, 时间 = new DateTime(2026, 11, 27, 22, 0, 0, DateTimeKind.Unspecified) }, new { 街道 = "<江北>", 户数 = 3d, 时间 = new DateTime(2026, 11, 28, 0, 0, 0, DateTimeKind.Unspecified) } });

        var read = DocumentReader.Read(file.ToArray(), null, TestContext.Current.CancellationToken).Value;

        Assert.StartsWith("<table><tbody><tr><th><p>街道</p></th><th><p>户数</p></th><th><p>时间</p></th></tr><tr><td><p>滨江 &amp; 望江</p></td><td><p>1200.5</p></td><td><p>2026-11-27", read.Html, StringComparison.Ordinal);
        Assert.Contains("<td><p>&lt;江北&gt;</p></td>", read.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Merged_cells_percentages_and_hidden_sheets_are_read_as_people_see_them()
    {
        var read = DocumentReader.Read(Workbook(
            "<row r=\"2\"><c r=\"B2\" t=\"inlineStr\"><is><t>完成率</t></is></c></row><row r=\"3\"><c r=\"B3\" s=\"1\"><v>0.125</v></c><c r=\"C3\" s=\"2\"><v>46353</v></c><c r=\"D3\" t=\"str\"><f>1/0</f><v>好</v></c></row>",
            "<mergeCells><mergeCell ref=\"B2:D2\"/></mergeCells>"), null, TestContext.Current.CancellationToken).Value;

        Assert.Equal("<table><tbody><tr><th colspan=\"3\"><p>完成率</p></th></tr><tr><td><p>12.5%</p></td><td><p>2026-11-27</p></td><td><p>好</p></td></tr></tbody></table>", read.Html);
        Assert.Equal(1, read.Dropped.Of(DroppedWhat.Sheets));
    }

    [Fact]
    public void Ten_thousand_rows_are_refused_with_their_number()
    {
        using var file = new MemoryStream();
        file.SaveAs(Enumerable.Range(0, 10_000).Select(number => new { 号 = number, 名 = "名" }));

        var error = DocumentReader.Read(file.ToArray(), null, TestContext.Current.CancellationToken).Error;

        Assert.Equal(("document-table-too-long", 10_001), (error.Code, error.Args[0]));
    }

    [Theory]
    [InlineData("<row r=\"x\"><c r=\"ZZZZ9\" s=\"99\"><v>NaN</v></c></row>", "")]
    [InlineData("<row><c t=\"s\"><v>77</v></c></row>", "<mergeCells><mergeCell ref=\"A1:A99999999999\"/><mergeCell ref=\":\"/></mergeCells>")]
    public void Damage_is_no_accident(string rows, string after) =>
        Assert.NotNull(DocumentReader.Read(Workbook(rows, after), null, TestContext.Current.CancellationToken));

    private static byte[] Workbook(string rows, string after)
    {
        const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in new[]
            {
                ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"),
                ("_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" Type=\"{Links}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
                ("xl/workbook.xml", $"<workbook {Main} xmlns:r=\"{Links}\"><sheets><sheet name=\"a\" state=\"hidden\" r:id=\"r9\"/><sheet name=\"b\" sheetId=\"2\" r:id=\"r1\"/></sheets></workbook>"),
                ("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{Links}/worksheet\" Target=\"worksheets/s.xml\"/><Relationship Id=\"r2\" Type=\"{Links}/styles\" Target=\"styles.xml\"/></Relationships>"),
                ("xl/styles.xml", $"<styleSheet {Main}><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"10\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"),
                ("xl/worksheets/s.xml", $"<worksheet {Main}><sheetData>{rows}</sheetData>{after}</worksheet>"),
            })
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return file.ToArray();
    }
}
