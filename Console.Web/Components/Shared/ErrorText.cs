using System.Globalization;
using System.Text.RegularExpressions;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Weixin;
using Microsoft.Extensions.Localization;

namespace GovAccountConsole.Web.Components.Shared;

/// <summary>Empty marker of the sentences for refusals.</summary>
public sealed class ErrorWords;

/// <summary>Turns a refusal into a sentence that says what to do next. The other mapper of refusals is the API's.</summary>
public sealed partial class ErrorText(IStringLocalizer<ErrorWords> words, IStringLocalizer<WeixinText> platform, IStringLocalizer<CommonText> common)
{
    /// <summary>The sentence for one refusal; a code without a sentence is shown with its code, never swallowed.</summary>
    public string Say(Error error)
    {
        var arguments = new List<object> { Field(error.Field) };
        arguments.AddRange(error.Args.Select(Argument));
        if (words[error.Code] is { ResourceNotFound: false } sentence)
        {
            return Fill(sentence.Value, arguments);
        }

        // The platform's refusals have their sentences beside its error table; there the numbers begin with the arguments.
        return platform[error.Code] is { ResourceNotFound: false } said
            ? Fill(said.Value, arguments[1..])
            : string.Format(CultureInfo.CurrentCulture, words["unknown"].Value, error.Code);
    }

    /// <summary>All reasons of a refusal, one sentence each, without repetition.</summary>
    public IReadOnlyList<string> Say(Result result) => [.. result.Errors.Select(Say).Distinct()];

    /// <summary>All reasons in one line, for a snackbar.</summary>
    public string SayAll(Result result) => string.Join(' ', Say(result));

    /// <summary>The sentence for the field, or null when nothing is wrong with it.</summary>
    public string? For(Result? result, string field) =>
        result?.Errors.FirstOrDefault(error => error.Field == field) is { } error ? Say(error) : null;

    [GeneratedRegex(@"^.*\.|\[\d+\]", RegexOptions.None, 100)]
    private static partial Regex PathForm();

    // "{n}" beyond the given arguments stays empty: a sentence must never break the page that explains a refusal.
    private static string Fill(string sentence, List<object> arguments) =>
        PlaceForm().Replace(sentence, match =>
            int.Parse(match.Groups["place"].ValueSpan, CultureInfo.InvariantCulture) is var index && index < arguments.Count ? arguments[index].ToString() ?? string.Empty : string.Empty);

    [GeneratedRegex(@"\{(?<place>\d)\}", RegexOptions.None, 100)]
    private static partial Regex PlaceForm();

    private string Field(string? field)
    {
        if (string.IsNullOrEmpty(field))
        {
            return string.Empty;
        }

        var word = words["Field." + PathForm().Replace(field, string.Empty)];
        return word.ResourceNotFound ? field : word.Value;
    }

    private object Argument(object argument) => argument switch
    {
        DateTimeOffset at => BusinessTime.ToShanghai(at).ToString(common["Time.MonthDay"].Value + " HH:mm", CultureInfo.CurrentCulture),
        Enum value when common[$"Post.{value}"] is { ResourceNotFound: false } word => word.Value,
        Enum value when common[$"Account.{value}"] is { ResourceNotFound: false } word => word.Value,
        _ => argument,
    };
}
