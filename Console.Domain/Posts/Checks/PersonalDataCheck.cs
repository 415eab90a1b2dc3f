using System.Text.RegularExpressions;

namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>
/// Data of private persons in any passage: text, table cells, captions, words beside pictures, names and notes of picture files.
/// A fixed-line number of an office is published on purpose and is no finding; one beside a person's name is.
/// </summary>
internal sealed partial class PersonalDataCheck : IPostCheck
{
    private const int WordsBefore = 24;
    private const int WordsAfter = 8;
    private const int Timeout = 500;

    /// <inheritdoc/>
    public IEnumerable<CheckFinding> Look(CheckScene scene, ArticleText text)
    {
        foreach (var passage in text.Passages)
        {
            foreach (var hit in PersonalNumbers.In(passage.Text))
            {
                if (CodeOf(hit, passage) is { } code)
                {
                    yield return text.At(code, passage, hit.Start, hit.Length, Masked(code, passage.Text.Substring(hit.Start, hit.Length)));
                }
            }

            foreach (Match match in Plate().Matches(passage.Text))
            {
                yield return text.At("personal-plate", passage, match.Index, match.Length, match.Value[..2] + new string('*', match.Length - 4) + match.Value[^2..]);
            }

            foreach (Match match in Home().Matches(passage.Text))
            {
                if (!Office().IsMatch(Around(passage.Text, match.Index, match.Length)))
                {
                    yield return text.At("personal-address", passage, match.Index, match.Length, null);
                }
            }
        }

        foreach (var (id, facts) in scene.Pictures.Where(picture => picture.Value.Notes.Count > 0 && Shows(text, picture.Key)).OrderBy(picture => picture.Key))
        {
            yield return text.About("picture-notes", "picture", facts.FileName, facts.Notes.Count) with { Picture = id };
        }
    }

    private static bool Shows(ArticleText text, Guid picture) => text.Article.CoverMediaId == picture || text.Article.Pictures().Contains(picture);

    private static string? CodeOf(PersonalHit hit, Passage passage)
    {
        switch (hit.Kind)
        {
            case PersonalNumber.Mobile:
                return "personal-mobile";
            case PersonalNumber.IdCard:
                return "personal-id-card";
            case PersonalNumber.BankCard:
                return "personal-bank-card";
        }

        var before = Before(passage.Text, hit.Start);
        if (Person().IsMatch(before))
        {
            return "personal-landline-person";
        }

        // Without an area code only the words before tell a telephone from a number of something.
        var isTelephone = hit.Kind == PersonalNumber.Landline || Telephone().IsMatch(before);
        return isTelephone && !Service().IsMatch(before) ? "personal-landline" : null;
    }

    // What can be told to be masked the usual way; a telephone to be called is better replaced by the office's.
    private static string? Masked(string code, string words) => code switch
    {
        "personal-id-card" when words.Length == 18 => words[..6] + "********" + words[^4..],
        "personal-bank-card" => string.Concat(words[..4], " **** **** ", words[^4..]),
        _ => null,
    };

    // Within the sentence: an office named in the one before says nothing about this number.
    private static string Before(string text, int at)
    {
        var before = text[Math.Max(0, at - WordsBefore)..at];
        return before[(before.LastIndexOfAny(['。', '；', '！', '？']) + 1)..];
    }

    private static string Around(string text, int start, int length) => text[Math.Max(0, start - WordsBefore)..Math.Min(text.Length, start + length + WordsAfter)];

    // GA 36: province, letter of the city, five or six signs without I and O, of which one is a digit.
    [GeneratedRegex("[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Za-hj-np-zＡ-Ｚ][·•・. 　-]?(?=[A-Za-z]{0,5}[0-9０-９])[A-HJ-NP-Za-hj-np-z0-9０-９]{4,5}[A-HJ-NP-Za-hj-np-z0-9０-９挂学警港澳](?![A-Za-z0-9])", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Plate();

    // Down to the door: 3栋2单元401室, 12号楼1802, 5幢3单元502.
    [GeneratedRegex("[0-9０-９一二三四五六七八九十]{1,4}(?:栋|幢|号楼|座)[^，。；！？\\s]{0,2}(?:[0-9０-９一二三四五六七八九十]{1,2}单元)?[^，。；！？\\s]{0,2}[0-9０-９]{3,4}(?:室|号|房|户)?|[0-9０-９一二三四五六七八九十]{1,2}单元[0-9０-９]{3,4}(?:室|号|房|户)?", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Home();

    [GeneratedRegex("行政中心|政务|服务中心|办公|窗口|大厅|大厦|写字楼|会议室|法庭|审判庭|门诊|医院|教学楼|校区|派出所|产业园", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Office();

    [GeneratedRegex("热线|咨询|值班|服务|办公|监督|举报|投诉|报警|救援|急救|抢修|预约|报名|单位|窗口|大厅|总机|客服|派出所|大队|支队|中队|中心|医院|学校|社区|街道|政府|委员会|法院|检察院|公司|所|局|站", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Service();

    [GeneratedRegex("电话|座机|致电|拨打|来电|传真|拨", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Telephone();

    // A home, or a surname with one or two characters and a form of address, or a contact person named.
    [GeneratedRegex("住宅|宅电|家庭电话|家里|家中|本人电话|家属|失主|当事人电话|(?:联系人|负责人|经办人)[：: 　]{0,2}[\u4e00-\u9fa5]{2,4}|[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文][\u4e00-\u9fa5]{0,2}(?:先生|女士|同志|师傅|老师|警官|大爷|大妈|阿姨|叔叔)", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Person();
}
