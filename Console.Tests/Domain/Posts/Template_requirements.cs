using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Templates;

namespace GovAccountConsole.Tests.Domain.Posts;

public sealed class Template_requirements
{
    private static readonly TemplateVersion _outage = new(
        1, "〔停水时间〕停水", "急用打〔咨询电话〕", string.Empty,
        "<section data-block=\"notice\"><p>停水时间：〔停水时间〕</p><p>咨询电话：〔咨询电话〕</p></section><p>因为〔停水原因〕。</p><p>备注：〔备注〕</p>",
        [new("when", "停水时间", FieldKind.When, true), new("phone", "咨询电话", FieldKind.Phone, true), new("why", "停水原因", FieldKind.Text, true), new("more", "备注", FieldKind.Text, false)],
        null, DateTimeOffset.UnixEpoch);

    [Fact]
    public void A_filled_text_misses_nothing()
    {
        var values = new Dictionary<string, string> { ["when"] = "6月3日 9:00", ["phone"] = "0999-8123456", ["why"] = "检修<管道>", ["more"] = "无" };
        var body = TemplateFilling.Body(_outage, values);

        Assert.Contains("检修&lt;管道&gt;", body, StringComparison.Ordinal);
        Assert.Empty(TemplateRequirements.Missing(_outage, [Article(TemplateFilling.Words(_outage.Title, _outage, values), body)]));
    }

    [Theory]
    [InlineData("<p>停水时间：〔停水时间〕</p><p>咨询电话：12345</p>", "停水时间")]
    [InlineData("<p>停水时间：</p><p>咨询电话：12345</p>", "停水时间")]
    [InlineData("<p>停水时间：另行告知</p><p>咨询电话：12345</p>", "停水时间")]
    [InlineData("<p>明天停水。</p><p>咨询电话：12345</p>", "停水时间")]
    [InlineData("<p><strong>停水时间</strong>：明天上午</p><p>咨询电话：打给我们</p>", "咨询电话")]
    [InlineData("<p>停水时间：6月3日</p><p>咨询电话：12345</p><p>因为〔停水原因〕</p>", "停水原因")]
    [InlineData("<p>咨询电话：12345</p><table><tr><th>停水时间</th><td>6月3日</td></tr></table>", "")]
    [InlineData("<p>停水时间: 6月3日</p><p>咨询电话：12345</p>", "")]
    public void What_is_not_told_is_named(string body, string missing) =>
        Assert.Equal(missing, string.Join(' ', TemplateRequirements.Missing(_outage, [Article("停水", body)]).Select(field => field.Label)));

    [Fact]
    public void A_blank_in_the_title_counts_too() =>
        Assert.Equal("停水时间", Assert.Single(TemplateRequirements.Missing(_outage, [Article("〔停水时间〕停水", "<p>停水时间：6月3日</p><p>咨询电话：12345</p>")])).Label);

    [Fact]
    public void A_change_makes_the_next_version_and_keeps_the_old_one()
    {
        var template = PostTemplate.Create(Guid.CreateVersion7(), "water-outage", "停水", "何时停", _outage).Value;

        Assert.True(template.Change("停水通知", "何时停", _outage with { Title = "停水", Digest = "停水", Body = "<p>停水</p>", Fields = [] }).Succeeded);

        Assert.Equal((2, 4, 0), (template.Current.Number, template.At(1).Fields.Count, template.At(null).Fields.Count));
    }

    [Theory]
    [InlineData("Water", "停水", "key")]
    [InlineData("", "停水", "key")]
    [InlineData("water", " ", "name")]
    public void A_template_needs_a_plain_key_and_a_name(string key, string name, string field) =>
        Assert.Equal(field, PostTemplate.Create(Guid.CreateVersion7(), key, name, "", _outage).Error.Field);

    [Theory]
    [InlineData("<p>停水时间：〔停水时间〕</p>", "停水时间|停水范围", "template-field-unplaced fields[1].label")]
    [InlineData("<p>停水时间：〔停水时间〕，〔停水范围〕</p>", "停水时间", "template-blank-unknown fields")]
    [InlineData("<p>停水时间：〔停水时间〕</p>", "停水时间|停水时间", "template-field-twice fields[1].label")]
    [InlineData("<p>停水时间：〔停水时间〕</p>", "停水时间|", "required fields[1].label")]
    [InlineData("<p>停水时间：〔停水时间〕</p>", "停水时间|<b>", "not-accepted fields[1].label")]
    [InlineData("<p> </p>", "", "required contentHtml")]
    [InlineData("<p>按临政办〔2026〕12号，停水时间：〔停水时间〕</p>", "停水时间", "")]
    public void Every_fact_stands_in_the_text_and_every_blank_is_a_fact(string body, string labels, string wrong)
    {
        var fields = labels.Length == 0 ? [] : labels.Split('|').Select((label, index) => new TemplateField($"f{index}", label, FieldKind.Text, true)).ToArray();
        var made = PostTemplate.Create(Guid.CreateVersion7(), "water", "停水", "", _outage with { Title = "停水", Digest = "", Body = body, Fields = fields });

        Assert.Equal(wrong, string.Join(' ', made.Errors.Select(error => $"{error.Code} {error.Field}")));
    }

    [Fact]
    public void A_retired_template_is_in_use_again_with_its_next_version()
    {
        var template = PostTemplate.Create(Guid.CreateVersion7(), "water-outage", "停水", "何时停", _outage).Value;
        Assert.True(template.Retire(null, DateTimeOffset.UnixEpoch).Succeeded);
        Assert.Equal(TemplateErrors.Retired, template.Retire(null, DateTimeOffset.UnixEpoch).Error);

        Assert.True(template.Change("停水", "何时停", _outage).Succeeded);

        Assert.Null(template.RetiredAt);
        Assert.Equal(["templateCreated", "templateRetired", "templateChanged"], template.Events.Select(happened => happened.Action));
    }

    private static Article Article(string title, string body) => new(title, "", "", body, null, null, false, false);
}
