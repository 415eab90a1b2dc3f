using System.Text.RegularExpressions;

namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>What kind of private number stands in a text.</summary>
public enum PersonalNumber
{
    /// <summary>A mobile telephone number of the mainland.</summary>
    Mobile,

    /// <summary>A resident identity card number (GB 11643) whose check digit is right.</summary>
    IdCard,

    /// <summary>A bank card number (16 to 19 digits) whose Luhn check is right.</summary>
    BankCard,
}

/// <summary>Finds numbers of private persons before everybody reads them (个人信息保护法 art. 25). Works offline; check digits keep false alarms rare.</summary>
public static partial class PersonalNumbers
{
    private static readonly int[] _weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>Every such number of <paramref name="text"/>, as it stands there.</summary>
    public static IEnumerable<(PersonalNumber Kind, string Words)> In(string text)
    {
        foreach (Match match in Candidate().Matches(text))
        {
            var digits = match.Value.Replace(" ", string.Empty, StringComparison.Ordinal).Replace("-", string.Empty, StringComparison.Ordinal);
            if (IsIdCard(digits))
            {
                yield return (PersonalNumber.IdCard, match.Value);
            }
            else if (IsMobile(digits))
            {
                yield return (PersonalNumber.Mobile, match.Value);
            }
            else if (IsBankCard(digits))
            {
                yield return (PersonalNumber.BankCard, match.Value);
            }
        }
    }

    private static bool IsMobile(string digits) => digits is ['1', >= '3' and <= '9', ..] && digits.Length == 11 && digits.All(char.IsAsciiDigit);

    private static bool IsIdCard(string digits)
    {
        if (digits.Length != 18 || digits[0] == '0' || !IdCardForm().IsMatch(digits))
        {
            return false;
        }

        var sum = _weights.Select((weight, index) => weight * (digits[index] - '0')).Sum();
        return "10X98765432"[sum % 11] == char.ToUpperInvariant(digits[17]);
    }

    private static bool IsBankCard(string digits)
    {
        if (digits.Length is < 16 or > 19 || digits[0] is not ('3' or '4' or '5' or '6') || !digits.All(char.IsAsciiDigit))
        {
            return false;
        }

        var sum = 0;
        for (var index = 0; index < digits.Length; index++)
        {
            var digit = digits[^(index + 1)] - '0';
            var doubled = index % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }

        return sum % 10 == 0;
    }

    [GeneratedRegex("(?<![0-9A-Za-z])[0-9](?:[ -]?[0-9]){9,18}[Xx]?(?![0-9A-Za-z])", RegexOptions.None, 2000)]
    private static partial Regex Candidate();

    [GeneratedRegex("^[0-9]{6}(?:18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]$", RegexOptions.None, 1000)]
    private static partial Regex IdCardForm();
}
