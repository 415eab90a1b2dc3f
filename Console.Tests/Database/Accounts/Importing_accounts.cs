using System.IO.Compression;
using System.Text;
using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Accounts;
using GovAccountConsole.Infrastructure.Accounts.Import;
using GovAccountConsole.Infrastructure.Agencies;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;

namespace GovAccountConsole.Tests.Database.Accounts;

public sealed class Importing_accounts(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private const string Secret = "0123456789abcdef0123456789abcdef";
    private const string AesKey = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    private const string English = "agency,name,appId,appSecret,token,encodingAesKey,kind,verified,positioning";

    private static int _next = 100;

    private SmallMatrix _matrix = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _matrix = await Once.MatrixAsync(database);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task English_headings_in_any_order_and_unknown_columns_are_read()
    {
        var appId = AppId();
        var csv = $"positioning,note,verified,kind,encodingAesKey,token,appSecret,appId,name,agency\r\nmedia,随便写,true,service,{AesKey},Token1,{Secret},{appId},临江特警,市公安局\r\n";

        var outcome = (await ImportAsync("a.csv", Encoding.UTF8.GetBytes(csv))).Value;

        Assert.Equal((1, 0), (outcome.Accepted, outcome.Rejected.Count));
        await using var db = await database.OpenAsync();
        var account = await db.Accounts.SingleAsync(row => row.AppId == appId, Token);
        Assert.Equal(
            (_matrix.Police.Id, "临江特警", AccountKind.Service, true, Positioning.Media, AccountStatus.Applied),
            (account.AgencyId, account.Name, account.Kind, account.Verified, account.Positioning, account.Status));
        Assert.Equal(Secret, database.Get<SecretSealer>().Open(account.SealedAppSecret!));
        Assert.DoesNotContain(Secret, account.SealedAppSecret!, StringComparison.Ordinal);
        Assert.Single(await db.Audit.Where(entry => entry.SubjectId == account.Id && entry.Action == "accountApplied").ToListAsync(Token));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-8-bom")]
    [InlineData("gb18030")]
    public async Task Chinese_headings_and_words_are_read_in_each_encoding(string encoding)
    {
        var appId = AppId();
        var csv = $"单位,公众号名称,AppID,AppSecret,Token,EncodingAESKey,账号类型,是否认证,功能定位\n临江市委宣传部/市公安局/交警支队,\"临江 \"\"交警\"\",二队\",{appId},{Secret},Token1,{AesKey},订阅号,是,服务型\n";
        byte[] bytes = encoding switch
        {
            "gb18030" => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(csv),
            "utf-8-bom" => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(csv)],
            _ => Encoding.UTF8.GetBytes(csv),
        };

        var outcome = (await ImportAsync("名单.CSV", bytes)).Value;

        Assert.Equal((1, 0), (outcome.Accepted, outcome.Rejected.Count));
        await using var db = await database.OpenAsync();
        var account = await db.Accounts.SingleAsync(row => row.AppId == appId, Token);
        Assert.Equal((_matrix.Traffic.Id, "临江 \"交警\",二队", AccountKind.Subscription), (account.AgencyId, account.Name, account.Kind));
    }

    [Fact]
    public async Task A_workbook_is_read()
    {
        var (first, second) = (AppId(), AppId());
        using var file = new MemoryStream();
        await file.SaveAsAsync(new[]
        {
            new Dictionary<string, object> { ["单位"] = _matrix.Court.Id.ToString(), ["名称"] = "临江立案", ["AppID"] = first, ["AppSecret"] = Secret, ["Token"] = "Token1", ["EncodingAESKey"] = AesKey, ["类型"] = "服务号", ["已认证"] = true, ["功能定位"] = "沟通型" },
            new Dictionary<string, object> { ["单位"] = "市中级人民法院", ["名称"] = "临江执行", ["AppID"] = second, ["AppSecret"] = Secret, ["Token"] = "123456", ["EncodingAESKey"] = AesKey, ["类型"] = "service", ["已认证"] = "否", ["功能定位"] = "media" },
        }, cancellationToken: Token);

        var outcome = (await ImportAsync("a.xlsx", file.ToArray())).Value;

        Assert.Empty(outcome.Rejected);
        Assert.Equal(2, outcome.Accepted);
        await using var db = await database.OpenAsync();
        Assert.All(await db.Accounts.Where(row => row.AppId == first || row.AppId == second).ToListAsync(Token), row => Assert.Equal(_matrix.Court.Id, row.AgencyId));
    }

    [Fact]
    public async Task Every_bad_cell_is_named_by_its_row_and_column_and_nothing_is_written()
    {
        var (good, twice) = (AppId(), AppId());
        var csv = string.Join('\n',
            English,
            Row("市公安局", good),
            "",
            Row("没有的局", AppId()),
            Row("市公安局", "wx123"),
            Row("市公安局", _matrix.CourtAccount.AppId),
            Row("市公安局", twice),
            Row("市公安局", twice),
            $",,{AppId()},,,,foo,maybe,");

        var outcome = (await ImportAsync("a.csv", Encoding.UTF8.GetBytes(csv))).Value;

        Assert.Equal(0, outcome.Accepted);
        Assert.Equal(
            [
                (4, "agency", "unknown-agency"), (5, "appId", "bad-app-id"), (6, "appId", "app-id-taken"), (8, "appId", "import-app-id-twice"),
                (9, "agency", "required"), (9, "kind", "not-accepted"), (9, "verified", "not-accepted"), (9, "positioning", "required"), (9, "name", "required"),
                (9, "appSecret", "required"), (9, "token", "required"), (9, "encodingAesKey", "required"),
            ],
            outcome.Rejected.Select(cell => (cell.Row, cell.Column, cell.Reason.Code)));
        await using var db = await database.OpenAsync();
        Assert.False(await db.Accounts.AnyAsync(row => row.AppId == good || row.AppId == twice, Token));

        var part = (await ImportAsync("a.csv", Encoding.UTF8.GetBytes(csv), partial: true)).Value;
        Assert.Equal((2, 12), (part.Accepted, part.Rejected.Count));
    }

    [Fact]
    public async Task An_agency_outside_the_importers_scope_is_unknown_and_one_of_two_names_is_ambiguous()
    {
        var traffic = new Actor(_matrix.Editor.Id, "李知远", []);
        Assert.Equal("forbidden", (await ImportAsync("a.csv", Encoding.UTF8.GetBytes(English + "\n" + Row("市公安局", AppId())), actor: traffic)).Error.Code);
        Assert.Equal("forbidden", (await ImportAsync("a.csv", [1, 2, 3], actor: _matrix.Auditor)).Error.Code);

        await database.Get<CreateAgency>().ExecuteAsync(_matrix.Administrator, new AgencyInput("宣传科", "新闻办", "320500", _matrix.Police.Id), Token);
        await database.Get<CreateAgency>().ExecuteAsync(_matrix.Administrator, new AgencyInput("宣传科", "新闻办", "320500", _matrix.Court.Id), Token);
        var rejected = (await ImportAsync("a.csv", Encoding.UTF8.GetBytes(English + "\n" + Row("宣传科", AppId())))).Value.Rejected;
        Assert.Equal("import-agency-ambiguous", Assert.Single(rejected).Reason.Code);
    }

    [Fact]
    public async Task A_missing_or_doubled_heading_is_told_on_row_one()
    {
        var outcome = (await ImportAsync("a.csv", "agency,name,名称,appId\n市公安局,a,b,wx"u8.ToArray())).Value;

        Assert.Equal(0, outcome.Accepted);
        Assert.All(outcome.Rejected, cell => Assert.Equal(1, cell.Row));
        Assert.Contains(outcome.Rejected, cell => cell is { Column: "名称", Reason.Code: "import-duplicate-column" });
        Assert.Contains(outcome.Rejected, cell => cell is { Column: "appSecret", Reason.Code: "import-missing-column" });
    }

    [Theory]
    [InlineData("a.xls", "import-unsupported-type")]
    [InlineData("a.txt", "import-unsupported-type")]
    [InlineData("a", "import-unsupported-type")]
    [InlineData("a.xlsx", "import-unreadable")]
    [InlineData("a.csv", "import-unreadable")]
    public async Task What_is_no_table_is_refused(string name, string code)
    {
        byte[] picture = [0x89, (byte)'P', (byte)'N', (byte)'G', 0, 0, 0, 0xFF, 0xFF];
        Assert.Equal(code, (await ImportAsync(name, picture)).Error.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n\n")]
    [InlineData("a,b,c\n1,2,3")]
    [InlineData("agency,\"name\n没有结尾的引号")]
    public async Task A_csv_without_a_header_is_unreadable(string csv) =>
        Assert.Equal("import-unreadable", (await ImportAsync("a.csv", Encoding.UTF8.GetBytes(csv))).Error.Code);

    [Fact]
    public async Task Formulas_are_refused_by_cell()
    {
        var sheet = $"""
            <row r="1">{string.Concat(English.Split(',').Select(heading => $"<c t=\"inlineStr\"><is><t>{heading}</t></is></c>"))}</row>
            <row r="7"><c r="A7" t="str"><f>VLOOKUP(1,2,3)</f><v>市公安局</v></c><c r="B7" t="inlineStr"><is><t>公安</t></is></c></row>
            """;

        var rejected = (await ImportAsync("a.xlsx", Workbook(sheet))).Value.Rejected;

        Assert.Contains(rejected, cell => cell is { Row: 7, Column: "agency", Reason.Code: "import-formula" });
    }

    [Fact]
    public async Task An_archive_that_unfolds_without_end_and_a_hostile_document_are_refused()
    {
        Assert.Equal("import-unreadable", (await ImportAsync("a.xlsx", Workbook(new string(' ', 200 * 1024 * 1024)))).Error.Code);
        Assert.Equal("import-unreadable", (await ImportAsync("a.xlsx", Workbook("&lol;", "<!DOCTYPE x [<!ENTITY lol \"lol\">]>"))).Error.Code);
        Assert.Equal("import-unreadable", (await ImportAsync("a.xlsx", Workbook("<row r=\"99999999999\"/>"))).Error.Code);
        Assert.Equal("import-too-large", (await ImportAsync("a.csv", new byte[ImportErrors.BytesLimit + 1])).Error.Code);
    }

    [Fact]
    public async Task Ten_thousand_rows_are_taken_in_one_go()
    {
        var csv = new StringBuilder(English).Append('\n');
        for (var row = 0; row < 10_000; row++)
        {
            csv.Append(Row("交警支队", AppId())).Append('\n');
        }

        var outcome = (await ImportAsync("a.csv", Encoding.UTF8.GetBytes(csv.ToString()))).Value;

        Assert.Equal((10_000, 0), (outcome.Accepted, outcome.Rejected.Count));
    }

    private static string AppId() => $"wx{Interlocked.Increment(ref _next):0000000000000000}";

    private static string Row(string agency, string appId) => $"{agency},公众号 {appId[^5..]},{appId},{Secret},Token1,{AesKey},subscription,false,service";

    private static byte[] Workbook(string rows, string preamble = "")
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>""");
            Add("xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>""");
            Add("xl/worksheets/sheet1.xml", $"""{preamble}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>""");

            void Add(string name, string content)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name, CompressionLevel.Fastest).Open());
                writer.Write(content);
            }
        }

        return file.ToArray();
    }

    private Task<Result<ImportOutcome>> ImportAsync(string name, byte[] bytes, bool partial = false, Actor? actor = null) =>
        database.Get<ImportAccounts>().ExecuteAsync(actor ?? _matrix.Administrator, name, bytes, partial, Token);
}
