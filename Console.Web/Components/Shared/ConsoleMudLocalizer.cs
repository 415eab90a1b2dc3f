using Microsoft.Extensions.Localization;
using MudBlazor;

namespace GovAccountConsole.Web.Components.Shared;

/// <summary>Empty marker of MudBlazor's own words, translated where our pages can show them.</summary>
public sealed class MudText;

/// <summary>Gives MudBlazor its words in the person's language; what is not translated stays as MudBlazor has it.</summary>
public sealed class ConsoleMudLocalizer(IStringLocalizer<MudText> words) : MudLocalizer
{
    /// <inheritdoc />
    public override LocalizedString this[string key] => words[key];

    /// <inheritdoc />
    public override LocalizedString this[string key, params object[] arguments] => words[key, arguments];
}
