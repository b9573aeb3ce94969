<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("totp"); section>
  <#if section == "header">
    ${msg("loginOtpOneTime")}
  <#elseif section == "form">
    <form id="kc-otp-login-form" action="${url.loginAction}" method="post" novalidate>
      <#if otpLogin.userOtpCredentials?size gt 1>
        <fieldset>
          <legend>${msg("loginTotpDeviceName")}</legend>
          <#list otpLogin.userOtpCredentials as credential>
            <label class="choice">
              <input type="radio" name="selectedCredentialId" value="${credential.id}"
                     <#if credential.id == otpLogin.selectedCredentialId>checked</#if>>
              <bdi>${credential.userLabel!}</bdi>
            </label>
          </#list>
        </fieldset>
      </#if>
      <@field.input name="otp" label=msg("authenticatorCode") autocomplete="one-time-code" required=true focus=true
          error=messagesPerField.get("totp") inputmode="numeric" dir="ltr"/>
      <@field.send label="doLogIn" id="kc-login"/>
    </form>
  </#if>
</@layout.registrationLayout>
